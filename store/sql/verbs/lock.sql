-- The doors that had to be open for a store to be attached.
set enable_external_access = false;
set lock_configuration = true
