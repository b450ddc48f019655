using Leaderful.Bench;

// fill FOLDER                        a community, one conversation of fifty posts, sixteen members; prints what the loads need
// replies ADDRESS FILLED SECONDS     sixteen writers, each replies when its last reply was answered
// archive FILE MAILS                 an mbox of that many mails
return args switch
{
    ["fill", var folder] => await Filling.Fill(folder),
    ["replies", var address, var filled, var seconds] => await Replies.Load(new Uri(address), Filled.Read(filled), TimeSpan.FromSeconds(int.Parse(seconds, provider: null))),
    ["archive", var file, var mails] => MadeUpArchive.Write(file, int.Parse(mails, provider: null)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("fill FOLDER | replies ADDRESS FILLED SECONDS | archive FILE MAILS");
    return 2;
}
