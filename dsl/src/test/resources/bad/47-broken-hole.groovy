def a = agent("a") { prompt "{{#feedback}}x{{/feedback}}" }
