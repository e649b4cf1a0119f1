// dynamic names: tries a spread of a map.
budget(*: [usd: 1])
