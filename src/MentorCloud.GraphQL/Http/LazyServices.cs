using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>The request's services, whose scope is made only when something is asked of it.</summary>
internal sealed class LazyServices(HttpContext http) : IServiceProvider
{
    public object? GetService(Type serviceType) => http.RequestServices.GetService(serviceType);
}
