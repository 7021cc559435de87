delete from raw.definitions
