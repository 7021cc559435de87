insert into raw.definitions by name select $sha256 as sha256, $version as version
