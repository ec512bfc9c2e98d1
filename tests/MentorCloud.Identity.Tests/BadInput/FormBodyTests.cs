using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tests.BadInput;

/// <summary>Bodies that claim to be forms.</summary>
public sealed class FormBodyTests
{
    private const int Most = 1000;

    [Theory]
    [InlineData("a=b&c=d", true)]
    [InlineData("", true)]
    [InlineData("a={900}", true)]
    [InlineData("a={500}&b={500}", false)]
    [InlineData("a={1000}", false)]
    public async Task Form_of_no_stated_length_is_read_up_to_the_limit(string shape, bool isRead)
    {
        var body = System.Text.RegularExpressions.Regex.Replace(shape, @"\{(\d+)\}", match => new string('x', int.Parse(match.Groups[1].Value, null)));

        // As a socket gives it: no length, no way back.
        var request = Request("application/x-www-form-urlencoded", string.Empty);
        request.Body = PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))).AsStream();
        var read = await FormBody.ReadAsync(request, Most);

        Assert.Equal(isRead, read is not null);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\nb\r\n--x--\r\n")]
    [InlineData("text/plain", "a=b")]
    [InlineData(null, "a=b")]
    public async Task Body_of_another_type_is_not_read_at_all(string? type, string body)
    {
        var request = Request(type, body);

        Assert.Null(await FormBody.ReadAsync(request, Most));
        Assert.Equal(0, request.Body.Position);
    }

    [Fact]
    public async Task Login_form_as_multipart_is_refused_though_all_else_is_right()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();
        var csrf = (await browser.TextAsync("/login")).Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login")
        {
            Content = new MultipartFormDataContent
            {
                { Field(csrf), "\"csrf\"" }, { Field("acme"), "\"tenant\"" }, { Field("ada@acme.example"), "\"email\"" }, { Field(People.Password), "\"password\"" },
            },
        };
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("anonymous", await browser.TextAsync("/whoami"));
    }

    private static ByteArrayContent Field(string value)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data");
        return content;
    }

    private static HttpRequest Request(string? type, string body)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = type;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return http.Request;
    }
}
