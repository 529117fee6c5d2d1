using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The lab's texts.</summary>
internal static class ConsistencyLesson
{
    public static Lesson Lesson => new()
    {
        Prediction = Prediction,
        Then = Vanishing,
        Next = "Play “Comment + 10 reads”; what it measures appears under Result.",
        Unit = "of 10 reads were old",
        Awaited = "Your prediction will stand here beside what ten reads got. Play “Comment + 10 reads” to measure it.",
        Interview = Interview,
        Folder = "Consistency",
        Files = ["Cluster.cs", "Node.cs", "GuaranteeChecker.cs", "Quorum.cs", "FeatureTrial.cs"],
        BugHunt = ConsistencyBugHunt.Hunt,
        Missions = ConsistencyMissions.All,
        Terminal = "curl -i {api}/posts/1",
    };

    public static readonly Prediction Prediction = new(
        "Lag 800 ms. 200 ms after your write you read it 10 times, passed around 3 nodes. How many answers are old?",
        [
            new("0", "The write was answered, but with asynchronous replication that says only that the primary has it."),
            new("2", "Two nodes are behind, but each of them is asked again and again: what counts is the share of the reads."),
            new("6", "", IsRight: true),
            new("10", "The primary has the write at once and answers every third read."),
        ],
        "Two of three nodes do not have it yet, and the primary answers reads 1, 4, 7 and 10: six are old.");

    public static readonly Prediction Vanishing = new(
        "Can the comment appear and vanish again?",
        [
            new("yes", "", IsRight: true),
            new("no, late but forward only", "Each node goes forward only. A reader who is passed around does not stay on one node."),
        ],
        "The first read came from the primary, and each old answer behind it took the comment away again. Eventual promises that all nodes agree in the end, and nothing about the way there.");

    public static readonly Interview Interview = new(
        "Eventual consistency is fine where an old answer does no harm and nobody decides by it: likes, reviews, search. Where everyone must see a change before the next step (balance, stock, login), the read has to be strong; where only the author would notice, a session token is enough.",
        "Strong costs time on every request, not only when something breaks: the answer waits for the farthest node of the quorum. In a partition it also costs answers: a quorum refuses where a single node would have answered with old data (CAP, and PACELC for the rest of the time).",
        "R + W > N: does that make reads linearizable?",
        "It makes the two sets share a node, so a finished write is seen. Writes that are half done, sloppy quorums and clocks as tie-breakers still break it, unless reads repair what they find. Here no write is ever half done: it is refused before anything is stored.",
        "“Eventual means late.” It also means backwards: one client can see a change, lose it and see it again. And “sticky sessions” only hide that: a client bound to a replica does not see its own write.");
}
