select version, sha256 from raw.definitions
