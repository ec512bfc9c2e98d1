namespace MentorCloud.Storage.Views.Lists;

/// <summary>A place in a list: the order's key (a string or a long) and the id that breaks ties.</summary>
internal readonly record struct ListPlace(object Key, string Id);
