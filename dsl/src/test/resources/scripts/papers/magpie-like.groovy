about 'A model plays the user and then the assistant; good and different exchanges are kept.'

record Field(String id, String field) {}
record Asked(String id, String field, String prompt) {}
record Grade(@Range(min = 1, max = 5) int quality) {}
record Graded(String id, String field, String prompt, int quality) {}

def user = agent('user') {
    temperature 1
    system 'You are a person who asks an assistant about {{field}}.'
    prompt 'Write your first message to the assistant. Reply with it alone.'
}
def grader = agent('grader', Grade) { prompt 'How clear and useful is this question, from 1 to 5?\n\n{{prompt}}' }
def assistant = agent('assistant') { prompt '{{prompt}}' }

read(Field, 'fields.jsonl')
    .ask(samples: 100, Asked, user)
    .gates('prompt') { whole(); residue(); language 'en' }
    .dedupe(near: 0.7) { it.prompt }
    .ask(Graded, grader)
    .filter { it.quality >= 4 }
    .generate(assistant)
    .gates { residue(); whole() }
    .into sft('exchanges')
