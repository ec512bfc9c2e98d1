using MentorCloud.App;
using MentorCloud.Host;

return await MentorCloudProgram.RunAsync(args, new EmbeddedEdition());
