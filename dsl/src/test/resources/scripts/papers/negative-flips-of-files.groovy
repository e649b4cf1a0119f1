about 'The results of two runs over one input are put side by side by the id of their rows.'

record Before(String id, String prompt, String answer, String before) {}
record After(String id, String after) {}
record Both(String id, String prompt, String answer, String before, String after) {}
record Flip(String id, boolean negative, boolean positive) {}

def both = read(Before, 'old.jsonl').join(Both, After, 'new.jsonl', by: 'id')
both.map(Flip) {
    def before = holds(it.before, it.answer)
    def after = holds(it.after, it.answer)
    new Flip(it.id, before && !after, after && !before)
}.into jsonl('flips', by: [])
