-- A store in a file, under a name of ours whatever the file is called.
attach $path as quorate
