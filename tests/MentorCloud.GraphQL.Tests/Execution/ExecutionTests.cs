using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    private readonly SampleEngine _sample = new();

    [Fact]
    public async Task Field_with_default_argument_uses_it() =>
        Assert.Equal("""{"data":{"hello":"Hello, world!","b":"Hello, Bo!"}}""", await _sample.RunAsync("""{ hello b: hello(name: "Bo") }"""));

    [Fact]
    public async Task Object_list_writes_properties_enums_and_dates() =>
        Assert.Equal(
            """{"data":{"books":[{"id":"b1","pages":412,"genre":"SCIENCE_FICTION","published":"1965-08-01T00:00:00Z"},{"id":"b2","pages":null,"genre":"CRIME","published":null},{"id":"b3","pages":474,"genre":"CRIME","published":null}]}}""",
            await _sample.RunAsync("{ books { id pages genre published } }"));

    [Fact]
    public async Task String_with_quotes_and_unicode_is_written_as_json() =>
        Assert.Equal("Gaudy \"Night\" \u00e9\u4e16", (await _sample.DataAsync("""{ book(by: {id: "b2"}) { title } }""")).GetProperty("data").GetProperty("book").GetProperty("title").GetString());

    [Fact]
    public async Task Loader_serves_a_level_with_one_batch()
    {
        var json = await _sample.RunAsync("{ books { id author { name books { id } } authorLater { name } } }");
        Assert.Equal(
            """{"data":{"books":[{"id":"b1","author":{"name":"Frank","books":[{"id":"b1"}]},"authorLater":{"name":"Frank"}},{"id":"b2","author":{"name":"Dorothy","books":[{"id":"b2"},{"id":"b3"}]},"authorLater":{"name":"Dorothy"}},{"id":"b3","author":{"name":"Dorothy","books":[{"id":"b2"},{"id":"b3"}]},"authorLater":{"name":"Dorothy"}}]}}""",
            json);
        Assert.Equal(2, _sample.Shelf.Batches);
    }

    [Fact]
    public async Task Null_in_non_null_takes_the_nearest_nullable_parent()
    {
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Book.mustHave.","locations":[{"line":1,"column":11}],"path":["books",2,"mustHave"],"extensions":{"code":"NULL_IN_NON_NULL"}}],"data":null}""",
            await _sample.RunAsync("{ books { mustHave } }"));
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Book.mustHave.","locations":[{"line":1,"column":29}],"path":["book","mustHave"],"extensions":{"code":"NULL_IN_NON_NULL"}}],"data":{"book":null,"hello":"Hello, world!"}}""",
            await _sample.RunAsync("""{ book(by: {id: "b3"}) { id mustHave } hello }"""));
    }

    [Fact]
    public async Task Null_below_an_awaited_object_goes_up_from_there()
    {
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Book.mustHave.","locations":[{"line":1,"column":46}],"path":["a","author","books",1,"mustHave"],"extensions":{"code":"NULL_IN_NON_NULL"}}],"data":{"a":{"author":null,"id":"b2"},"b":{"author":{"name":"Frank"}}}}""",
            await _sample.RunAsync("""{ a: book(by: {id: "b2"}) { author { books { mustHave } } id } b: book(by: {id: "b1"}) { author { name } } }"""));
    }

    [Fact]
    public async Task Unexpected_exception_goes_out_as_an_id_without_detail()
    {
        var root = await _sample.DataAsync("{ crash hello }");
        var error = root.GetProperty("errors")[0];
        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(16, error.GetProperty("extensions").GetProperty("id").GetString()!.Length);
        Assert.DoesNotContain("secret", root.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Hello, world!", root.GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Refusal_keeps_its_code() =>
        Assert.Equal("TEST_REFUSED", (await _sample.DataAsync("{ refuse }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    [Fact]
    public async Task Interface_and_union_values_are_told_by_their_class() =>
        Assert.Equal(
            """{"data":{"node":{"__typename":"Author","id":"a1","name":"Frank"},"search":[{"__typename":"Book","title":"Emma"}]}}""",
            await _sample.RunAsync("""{ node(id: "a1") { __typename id ... on Author { name } } search(text: "emma") { __typename ... on Book { title } } }"""));

    [Fact]
    public async Task Mutations_run_in_order_although_the_first_is_awaited()
    {
        var json = await _sample.RunAsync(
            """mutation($b: NewBook!) { a: addLater(input: {title: "A", genre: CRIME}) { order book { pages } } b: addBook(input: $b) { order book { tags genre } } }""",
            """{"b": {"title": "B", "genre": "SCIENCE_FICTION", "tags": ["t"]}}""");
        Assert.Equal("""{"data":{"a":{"order":1,"book":{"pages":100}},"b":{"order":2,"book":{"tags":["t"],"genre":"SCIENCE_FICTION"}}}}""", json);
        Assert.Equal(["A", "B"], _sample.Shelf.Log);
    }

    [Fact]
    public async Task Skip_and_include_choose_by_variables()
    {
        const string Query = "query($s: Boolean!, $i: Boolean = false) { hello @skip(if: $s) whoAmI @include(if: $i) __typename }";
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await _sample.RunAsync(Query, """{"s": true}"""));
        Assert.Equal("""{"data":{"hello":"Hello, world!","whoAmI":"Ada at whoAmI","__typename":"Query"}}""", await _sample.RunAsync(Query, """{"s": false, "i": true}"""));
    }

    [Fact]
    public async Task Optional_argument_tells_null_from_nothing() =>
        Assert.Equal("""{"data":{"a":"not sent","b":"sent null","c":"sent x"}}""", await _sample.RunAsync("""{ a: echo b: echo(note: null) c: echo(note: "x") }"""));

    [Fact]
    public async Task Wrong_variable_is_refused_before_execution() =>
        Assert.Equal(
            """{"errors":[{"message":"Variable \"$v\" got invalid value \"x\" at \"v[1]\"; Int cannot represent non-integer value: \"x\"","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}""",
            await _sample.RunAsync("query($v: [Int!]!) { sum(values: $v) }", """{"v": [1, "x"]}"""));

    [Fact]
    public async Task Operation_beyond_its_time_is_cancelled_with_a_code()
    {
        var sample = new SampleEngine(new GraphQLEngineOptions { Limits = new GraphQLLimits { MaxExecutionTime = TimeSpan.FromMilliseconds(30) } });
        Assert.Contains("LIMIT_EXECUTION_TIME", await sample.RunAsync("{ slow }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introspection_answers_and_is_refused_to_the_anonymous()
    {
        Assert.Equal("""{"data":{"__type":{"kind":"INPUT_OBJECT","isOneOf":true}}}""", await _sample.RunAsync("""{ __type(name: "BookBy") { kind isOneOf } }"""));
        Assert.Contains("INTROSPECTION_REFUSED", await _sample.RunAsync("{ __schema { queryType { name } } }", authenticated: false), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_items_keep_their_own_nulls() =>
        Assert.Equal("""{"data":{"books":[{"tags":null},{"tags":["x",null]},{"tags":null}]}}""", await _sample.RunAsync("{ books { tags } }"));
}
