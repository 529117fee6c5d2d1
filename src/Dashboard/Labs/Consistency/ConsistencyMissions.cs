using Visualizer.Dashboard.Stage;
using Visualizer.DemoApi.Journal;
using Visualizer.DemoApi.Labs.Consistency;

namespace Visualizer.Dashboard.Labs.Consistency;

/// <summary>The lab's tasks.</summary>
internal static class ConsistencyMissions
{
    public static readonly IReadOnlyList<Mission> All =
    [
        new("vanish", "Now you see it",
            "See a comment in the list of posts, then ask for the list again, as the same client, and find it gone.",
            [
                "Whom you ask is in Served-By. Which of the three has a change first?",
                "Reads are passed around: the primary, r1, r2, and again.",
                "?node=primary and ?node=r1 let you choose. A replica is 800 ms behind.",
            ],
            "POST /posts, then at once GET /posts?node=primary and GET /posts?node=r1, all with the same Client-Id or none.",
            () => new SeenAndGone()),
        new("patience", "Your own words, from a replica",
            "Read your own write from r1 or r2 while it is still on its way, without getting anything old.",
            [
                "The answer to a write tells which state it made: Consistency-Token.",
                "A read with read=session and that token waits for the node instead of answering old data.",
                "It may be the primary’s turn: name the node.",
            ],
            "PUT /posts/1, keep its Consistency-Token, then GET /posts/1?read=session&node=r1 with that header. It answers when r1 has the write.",
            () => new WaitedForIt()),
        new("partition", "Cut, refuse, accept, heal",
            "Cut a replica off. Have a write refused because of that, then have one accepted without healing. Heal, and see it arrive there.",
            [
                "PUT sandbox/replication takes the whole setting; partition is a list of nodes.",
                "A write to all three cannot be answered while one is away. A weaker policy asks for fewer.",
                "After healing, what was missed is sent again and takes its lag.",
            ],
            "PUT sandbox/replication with write_policy \"all\" and partition [\"r2\"], PUT /posts/1: 503. Set write_policy \"async\", PUT /posts/1: 200. Set partition null and wait 800 ms.",
            () => new CutAndHealed()),
        new("overtake", "The second before the first",
            "Let a node show a client’s second write without its first.",
            [
                "A log that is applied in order cannot do that. in_order is a setting.",
                "Over two streams even numbers of the log are four times as fast as odd ones; Consistency-Token tells the number.",
                "Two posts, two writes by one Client-Id: the first must get the odd number. Then ask r1 for the second post, and for the first.",
            ],
            "PUT sandbox/replication with \"in_order\": false. PUT /posts/1 until its token is odd, then PUT /posts/2. After 300 ms GET /posts/2?node=r1, then GET /posts/1?node=r1.",
            () => new Overtaken()),
    ];

    private sealed class SeenAndGone : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is ReadServed { Post: 0, Backwards: true };
    }

    private sealed class WaitedForIt : IMissionJudge
    {
        private bool tried;

        public string Progress => tried ? "a session read was answered, but it did not have to wait at a replica" : "";

        public bool Proves(JournalEvent e)
        {
            if (e.Data is not ReadServed { Read: "session" } read)
                return false;
            tried = true;
            return read.Node != ConsistencyWords.Primary && read.WaitedMs > 0 && read.Version == read.Newest;
        }
    }

    private sealed class CutAndHealed : IMissionJudge
    {
        private IReadOnlyList<string> cut = [];
        private bool refused;
        private long? accepted;
        private bool healed;

        public string Progress => (cut.Count, refused, accepted, healed) switch
        {
            (0, _, _, _) => "",
            (_, false, _, _) => "cut off",
            (_, _, null, _) => "cut off, a write refused",
            (_, _, _, false) => "a write accepted all the same",
            _ => "healed, on its way",
        };

        public bool Proves(JournalEvent e)
        {
            switch (e.Data)
            {
                case SandboxStarted { Lab: null or ConsistencyView.Slug }:
                    (cut, refused, accepted, healed) = ([], false, null, false);
                    return false;
                case Partitioned partitioned:
                    (cut, refused, accepted, healed) = (partitioned.Nodes, false, null, false);
                    return false;
                case WriteRefused { Reason: "quorum_unreachable" } when cut.Count > 0:
                    refused = true;
                    return false;
                case WriteAccepted write when refused && !healed:
                    accepted ??= write.Lsn;
                    return false;
                case Healed when accepted is not null:
                    healed = true;
                    return false;
                case Healed:
                    cut = [];
                    return false;
                case EntryReplicated entry:
                    return healed && entry.Lsn == accepted && cut.Contains(entry.Node);
                default:
                    return false;
            }
        }
    }

    private sealed class Overtaken : IMissionJudge
    {
        public string Progress => "";

        public bool Proves(JournalEvent e) => e.Data is ReadServed read && read.Broke.Contains("monotonic_writes");
    }
}
