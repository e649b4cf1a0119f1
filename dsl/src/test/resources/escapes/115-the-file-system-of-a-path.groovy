// reflection: tries the file system of a path.
@Param Path p = 'sample.jsonl'
def x = p.fileSystem
