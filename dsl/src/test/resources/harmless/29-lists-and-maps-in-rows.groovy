// Harmless: lists and maps in rows.
record Item(String id, String prompt, List<String> tags, Map meta) {}
read(Item, 'tagged.jsonl').filter { it.tags.any { tag -> tag.startsWith('s') } && it.meta.lang == 'en' && it.meta['level'] >= 1 }.into jsonl('rows')
