-- Twin of m1.thidua: exact decimals kept as integer hundredths.
local x, s = 100, 0
for _ = 1, 10000000 do
  x = (x * 107 + 150) // 100
  if x > 10000 then x = x - 9950 end
  s = s + x
end
print(string.format("%d.%02d", s // 100, s % 100))
