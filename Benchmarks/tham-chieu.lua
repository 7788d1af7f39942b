-- Twin of tham-chieu.thidua in Lua 5.4: lua5.4 tham-chieu.lua DATA_FOLDER OUT_FOLDER
-- Points are integer hundredths.
local EXCELLENT, GOOD, DONE, FAILED, NONE = "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành",
  "Không hoàn thành", "Không xếp loại"
local ROW = "^" .. string.rep("([^,]*)", 22, ",") .. "$"
local min, max, format = math.min, math.max, string.format

local function hundredths(cell)
  local sign, whole, part = cell:match("^(%-?)(%d+)%.?(%d*)$")
  local value = tonumber(whole) * 100 + tonumber((part .. "00"):sub(1, 2))
  return sign == "-" and -value or value
end

local function halves_away(n, d)
  if n >= 0 then return (2 * n + d) // (2 * d) end
  return -((d - 2 * n) // (2 * d))
end

local function show(h)
  if h < 0 then return format("-%d.%02d", -h // 100, -h % 100) end
  return format("%d.%02d", h // 100, h % 100)
end

local function person(line)
  local code, name, unit, cluster, plan, made, timely, quality, rules, team, reform, study, union, arts,
    extra, change, late, ideas, disciplined, years, yes, present = line:match(ROW)
  plan, timely, quality = hundredths(plan), hundredths(timely), hundredths(quality)
  rules, team, reform = hundredths(rules), hundredths(team), hundredths(reform)
  study, union, arts = hundredths(study), hundredths(union), hundredths(arts)
  late, ideas, years = tonumber(late), tonumber(ideas), tonumber(years)
  yes, present = tonumber(yes), tonumber(present)
  local first = plan == 0 and 2000 or min(2400, halves_away(hundredths(made) * 2000, plan))
  local g1 = min(5000, first + halves_away(timely * 15, 100) + min(1500, halves_away(quality * 15, 100)))
  local g2 = max(0, halves_away(rules * 85 + team * 65 + reform * 50, 100) - min(500, 50 * late))
  local g3 = min(2000, study + union + arts)
  local g4 = min(1000, min(450, 150 * ideas) + min(300, 75 * years) + hundredths(extra)
    + halves_away(hundredths(change) * 75, 100))
  local total = g1 + g2 + g3 + g4
  local weak = min(timely, quality) < 5000 or min(rules, team, reform) < 500 or min(study, union, arts) < 400
  local level
  if disciplined == "1" then level = NONE
  elseif total >= 9000 and not weak and late <= 15 then level = EXCELLENT
  elseif total >= 7000 and late <= 15 then level = GOOD
  elseif total >= 5000 then level = DONE
  else level = FAILED end
  return cluster, {code = code, name = name, unit = unit, g1 = g1, g2 = g2, g3 = g3, g4 = g4,
    total = total, level = level, vote = present > 0 and yes * 100 >= present * 80,
    ideas = ideas, years = years}
end

local function before(a, b)
  if (a.level == NONE) ~= (b.level == NONE) then return b.level == NONE end
  if a.level ~= NONE then
    if a.total ~= b.total then return a.total > b.total end
    if a.g1 ~= b.g1 then return a.g1 > b.g1 end
  end
  return a.code < b.code
end

local function award(p, rank, ranked)
  if p.level ~= EXCELLENT and p.level ~= GOOD then return "Không" end
  if p.level == EXCELLENT and p.vote and p.ideas >= 1 then
    if p.years >= 2 and rank <= ranked * 5 // 100 then return "Bằng khen" end
    return "Chiến sĩ thi đua"
  end
  if p.vote and rank <= ranked * 30 // 100 then return "Giấy khen" end
  return "Lao động tiên tiến"
end

local clusters, names, places = {}, {}, {}
local input = assert(io.open(arg[1] .. "/data.csv"))
input:read()
for line in input:lines() do
  local cluster, p = person(line)
  if not clusters[cluster] then
    clusters[cluster] = {}
    names[#names + 1] = cluster
  end
  if p.level == EXCELLENT or p.level == GOOD then places[p.unit] = (places[p.unit] or 0) + 1 end
  table.insert(clusters[cluster], p)
end
input:close()
for unit, count in pairs(places) do places[unit] = count * 20 // 100 end
table.sort(names)

local out = assert(io.open(arg[2] .. "/ket-qua.csv", "w"))
out:setvbuf("full", 1 << 16)
out:write("cum,hang,ma,ho_ten,nhom1,nhom2,nhom3,nhom4,tong,xep_loai,khen_thuong\n")
for _, cluster in ipairs(names) do
  local people, ranked = clusters[cluster], 0
  table.sort(people, before)
  for _, p in ipairs(people) do
    if p.level ~= NONE then ranked = ranked + 1 end
  end
  for rank, p in ipairs(people) do
    if p.level == EXCELLENT then
      if places[p.unit] > 0 then places[p.unit] = places[p.unit] - 1 else p.level = GOOD end
    end
    out:write(cluster, ",", p.level == NONE and "" or rank, ",", p.code, ",", p.name, ",", show(p.g1), ",",
      show(p.g2), ",", show(p.g3), ",", show(p.g4), ",", show(p.total), ",", p.level, ",",
      award(p, rank, ranked), "\n")
  end
end
out:close()
