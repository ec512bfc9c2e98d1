using MentorCloud.App;
using MentorCloud.Cluster;

return await MentorCloudProgram.RunAsync(args, new ClusterEdition());
