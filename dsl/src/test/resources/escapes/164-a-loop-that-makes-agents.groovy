// resources: tries a loop that makes agents.
for (int i = 0; i < 1000000; i++) { agent('a' + i) { prompt 'x' } }
