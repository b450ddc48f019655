using System.Globalization;
using Leaderful.Bench;
using Leaderful.Bench.Together;

// fill FOLDER                        a community, one conversation of fifty posts, sixteen members; prints what the loads need
// replies ADDRESS FILLED SECONDS     sixteen writers, each replies when its last reply was answered
// archive FILE MAILS                 an mbox of that many mails
// corpus FOLDER POSTS                fifty communities with that many posts, and a reader who is in one of them
// searches ADDRESS FILLED SECONDS    that reader, searching without a pause
// reads ADDRESS FILLED RATE SECONDS  that reader, so many pages a second whether or not the last were answered
// assets FOLDER COUNT                a community with so many offers and needs
// asking ADDRESS FILLED SECONDS      one of its members, asking who can help without a pause
// one-to-ones FOLDER PEOPLE COUNT    a community of so many in which so many one-to-ones were planned
// meeting ADDRESS FILLED SECONDS     some of them, opening their lists without a pause
// pages FOLDER COUNT                 pages with nothing on them
// book FOLDER SESSIONS PICTURES     an Open Space with that many sessions, all reported, and so many pictures; prints where its book is
// rounds FOLDER PEOPLE TIMES       so many rounds of one-to-ones in a circle of so many, with the database; says how long each took
// walls FOLDER TOPICS              the wall of an Open Space with so many topics; prints where it is
// crowd NAME ADDRESS PROCESS FILLED WALL TOPIC PEOPLE RATE SECONDS   so many people watch it, so many changes a second
// crowd-limit ADDRESS PROCESS BYTES PEOPLE RATE SECONDS              as many event streams at a server that does nothing else, so many bytes each time
// together NAME ADDRESS PROCESS FILLED FIRST PAGES PEOPLE RATE   so many people on so many pages type, faster and faster, beginning with a rate; on a server of live pages
// retype NAME ADDRESS PROCESS FILLED FIRST TRACE                 one types what people typed once, one reads it
// join NAME ADDRESS PROCESS FILLED FIRST TIMES                   somebody comes to that page with nothing of it, so many times
return args switch
{
    ["fill", var folder] => await Filling.Fill(folder),
    ["replies", var address, var filled, var seconds] => await Replies.Load(new Uri(address), Filled.Read(filled), TimeSpan.FromSeconds(int.Parse(seconds, provider: null))),
    ["corpus", var folder, var posts] => await Corpus.Fill(folder, int.Parse(posts, provider: null)),
    ["searches", var address, var filled, var seconds] => await Searches.Load(new Uri(address), Filled.Read(filled), TimeSpan.FromSeconds(int.Parse(seconds, provider: null))),
    ["reads", var address, var filled, var rate, var seconds] => await Reads.Load(new Uri(address), Filled.Read(filled), int.Parse(rate, provider: null), TimeSpan.FromSeconds(int.Parse(seconds, provider: null))),
    ["assets", var folder, var count] => await Assets.Fill(folder, Number(count)),
    ["asking", var address, var filled, var seconds] => await Assets.Load(new Uri(address), Filled.Read(filled), TimeSpan.FromSeconds(Number(seconds))),
    ["one-to-ones", var folder, var people, var count] => await OneToOnes.Fill(folder, Number(people), Number(count)),
    ["meeting", var address, var filled, var seconds] => await OneToOnes.Load(new Uri(address), Filled.Read(filled), TimeSpan.FromSeconds(Number(seconds))),
    ["archive", var file, var mails] => MadeUpArchive.Write(file, int.Parse(mails, provider: null)),
    ["pages", var folder, var count] => await Filling.Pages(folder, Number(count)),
    ["book", var folder, var sessions, var pictures] => await Proceedings.Fill(folder, Number(sessions), Number(pictures)),
    ["walls", var folder, var topics] => await Walls.Fill(folder, Number(topics)),
    ["rounds", var folder, var people, var times] => await RoundsOfMany.Measure(folder, Number(people), Number(times)),
    ["crowd", var name, var address, var process, var filled, var wall, var topic, var people, var rate, var seconds] =>
        await Onlookers.Run(name, await WhatIsWatched.OnWall(new Uri(address), Number(process), Filled.Read(filled), wall, topic), Number(people), Number(rate), Number(seconds)),
    ["crowd-limit", var address, var process, var bytes, var people, var rate, var seconds] =>
        await Onlookers.Run("limit", WhatIsWatched.AtLimit(new Uri(address), Number(process), Number(bytes)), Number(people), Number(rate), Number(seconds)),
    ["together", var name, var address, var process, var filled, var first, var pages, var people, var rate] =>
        await PageLoad.Find(PageServer.Of(name, address, Number(process), filled, Number(first)), Number(pages), Number(people), Number(rate)),
    ["retype", var name, var address, var process, var filled, var first, var trace] =>
        await Retyping.Run(PageServer.Of(name, address, Number(process), filled, Number(first)), trace),
    ["join", var name, var address, var process, var filled, var first, var times] =>
        await Joining.Run(PageServer.Of(name, address, Number(process), filled, Number(first)), Number(times)),
    _ => Usage(),
};

static int Number(string number) => int.Parse(number, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("fill FOLDER | replies ADDRESS FILLED SECONDS | archive FILE MAILS | corpus FOLDER POSTS | assets FOLDER COUNT | asking ADDRESS FILLED SECONDS | one-to-ones FOLDER PEOPLE COUNT | meeting ADDRESS FILLED SECONDS | searches ADDRESS FILLED SECONDS | reads ADDRESS FILLED RATE SECONDS | pages FOLDER COUNT | book FOLDER SESSIONS PICTURES | walls FOLDER TOPICS | rounds FOLDER PEOPLE TIMES | crowd ... | crowd-limit ... | together ... | retype ... | join ...");
    return 2;
}
