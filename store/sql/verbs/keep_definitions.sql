insert into raw.definitions values ($sha256)
