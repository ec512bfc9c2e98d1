namespace MentorCloud.GraphQL.Tests.Documents;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("query($a:Int=1,$b:[ID!]!)@note(n:1){x:f(a:$a,b:$b)@skip(if:true){...F ...on T{a}...{b}}}fragment F on T{c}")]
    [InlineData("# a comment\nquery ( $a : Int = 1 $b : [ ID ! ] ! ) @note( n : 1 ) { x : f ( a : $a b : $b ) @skip(if: true) { ... F, ... on T { a } ... { b } } }\n\n fragment F on T { c }")]
    public void Same_document_has_one_text(string document) => Assert.Equal(
        """
        query ($a: Int = 1, $b: [ID!]!) @note(n: 1) {
          x: f(a: $a, b: $b) @skip(if: true) {
            ...F
            ... on T {
              a
            }
            ... {
              b
            }
          }
        }

        fragment F on T {
          c
        }
        """.ReplaceLineEndings("\n"),
        DocumentText.Format(document));

    [Fact]
    public void Text_that_is_no_document_is_refused_with_its_code() =>
        Assert.Equal(ErrorCodes.ParseFailed, Assert.Throws<GraphQLException>(() => DocumentText.Format("{ a ")).Error.Code);

    [Fact]
    public void Schema_is_no_executable_document() => Assert.Throws<ArgumentException>(() => DocumentText.Format("type Query { a: Int }"));
}
