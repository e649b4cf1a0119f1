// evaluation: tries code in a text with holes.
record Task(String id, String prompt) {}
def x = "${new File('@FILE@').createNewFile()}"
