// method pointers: tries a pointer to a word.
def f = this.&read
f(String, 'sample.jsonl')
