about 'Answers about pictures are criticised first and scored from the critique; far apart ones make pairs with a margin.'

record Task(String id, String image, String prompt) {}
record Review(
    @Range(min = 0, max = 10) double helpfulness, @Range(min = 0, max = 10) double faithfulness,
    @Range(min = 0, max = 10) double ethics, String feedback) {}
record Described(String id, String image, String prompt, String answer) {}
record Scored(String id, String image, String prompt, String answer,
    double helpfulness, double faithfulness, double ethics, String feedback) {}

def viewer = agent('viewer') { temperature 1; image '{{image}}'; prompt '{{prompt}}' }
def critic = agent('critic', Review) {
    image '{{image}}'
    prompt 'Question: {{prompt}}\nAnswer: {{answer}}\nCriticise it, then score it.'
}
def scorer = judge('scorer') { scoringAlone outOf: 10; criteria 'helpfulness, faithfulness to the picture, ethics' }

def tasks = read(Task, 'pictures.jsonl')
tasks.ask(samples: 2, Described, viewer).ask(Scored, critic).into jsonl('critiques')
tasks.generate(samples: 4, viewer).review(critic).score(scorer)
    .pairs(chosen: best, rejected: worst, minGap: 1).margins().into dpo('pairs')
