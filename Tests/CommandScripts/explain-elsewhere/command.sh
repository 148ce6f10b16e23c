brevier explain https://other.example/briefs/first/
