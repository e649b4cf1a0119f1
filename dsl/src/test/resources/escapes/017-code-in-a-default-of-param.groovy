// compile-time code: tries code in a default of @Param.
@Param(help = { new File('@FILE@').createNewFile() }) int drafts = 3
record Task(String id, String prompt) {}
