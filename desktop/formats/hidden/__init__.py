"""What files tell beside what they show; the helper process loads this and nothing else of ours."""
