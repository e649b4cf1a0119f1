about 'Where do a model\'s texts and labels differ from those of people for the same items?'

record Item(String id, String prompt, String human, String humanLabel) {}
record Label1(@OneOf(['yes', 'no', 'unsure']) String label) {}
record Written(String id, String prompt, String human, String humanLabel, String model) {}
record Labelled(String id, String prompt, String human, String humanLabel, String model, String label) {}
record Trait(String id, String source, String label, int words, double mtld, double readability, boolean repeatsPrompt) {}

def writer = agent('writer') { prompt '{{prompt}}' }
def labeller = agent('labeller', Label1) { prompt 'Is this claim true? {{prompt}}' }

def traits = read(Item, 'items.jsonl')
    .ask(Written, writer)
    .ask(Labelled, labeller)
    .explode(Trait) { row -> [
        new Trait(row.id, 'human', row.humanLabel, words(row.human), mtld(row.human), readability(row.human), holds(row.human, row.prompt)),
        new Trait(row.id, 'model', row.label, words(row.model), mtld(row.model), readability(row.model), holds(row.model, row.prompt))] }
traits.into jsonl('traits', by: ['source', 'label'])
