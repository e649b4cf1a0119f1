// threads and hooks: tries an executor.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { java.util.concurrent.Executors.newCachedThreadPool().submit({ true }) != null }.into jsonl('rows')
