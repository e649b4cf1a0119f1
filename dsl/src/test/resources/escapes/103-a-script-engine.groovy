// reflection: tries a script engine.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new javax.script.ScriptEngineManager().engineFactories.size() > 0 }.into jsonl('rows')
