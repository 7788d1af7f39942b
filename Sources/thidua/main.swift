print("ThiDua")
