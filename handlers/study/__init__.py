"""The member learns: codes and courses, the film, the self-assessment, and the way back to what is under way."""
