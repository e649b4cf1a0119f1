// constructors: tries a class literal of another class.
def c = fellowship.script.EscapeCanary
read(c, 'sample.jsonl')
