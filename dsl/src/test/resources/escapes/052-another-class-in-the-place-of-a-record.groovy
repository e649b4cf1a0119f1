// constructors: tries another class in the place of a record.
read(fellowship.script.EscapeCanary, 'sample.jsonl').into jsonl('rows')
