// dynamic names: tries a spread call.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ['touch @FILE@']*.execute() != null }.into jsonl('rows')
