// evaluation: tries Eval.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { Eval.me('new File("@FILE@").createNewFile()') }.into jsonl('rows')
