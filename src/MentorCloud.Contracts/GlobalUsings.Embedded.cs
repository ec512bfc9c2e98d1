global using MentorCloud.GrainRuntime;
