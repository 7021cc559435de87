select sha256 from raw.definitions
