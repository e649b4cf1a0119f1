// metaclass: tries invokeMethod of a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 'touch @FILE@'.invokeMethod('execute', null) != null }.into jsonl('rows')
