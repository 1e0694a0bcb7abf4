"""What members do with courses: begin them, watch them, take tests, and be reminded of them."""
