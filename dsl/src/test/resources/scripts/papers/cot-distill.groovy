about 'A strong model thinks aloud, and what ends in the right number teaches a small one.'

record Problem(String id, String prompt, String answer) {}
record Thought(String id, String prompt, String answer, String thought) {}
record Lesson(String prompt, String completion) {}

def teacher = agent('teacher') { temperature 0.8; prompt '{{prompt}}\nThink step by step and end with the number.' }

read(Problem, 'problems.jsonl')
    .ask(samples: 4, Thought, teacher)
    .filter { hasNumber(it.thought) && number(it.thought) == number(it.answer) }
    .dedupe { it.thought }
    .map(Lesson) { new Lesson(it.prompt, it.thought) }
    .into sft('lessons')
