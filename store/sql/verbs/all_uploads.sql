-- What the document for a person says of the upload that a row came with.
select upload_id, file_name as file, loaded_by, loaded_at, undone_at from staging.uploads
