"""The engines that answer the same question, each as a person who is good at it would write it."""
