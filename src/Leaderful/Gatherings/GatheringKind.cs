namespace Leaderful.Gatherings;

public enum GatheringKind { OpenSpace, LearningSession, CircleMeeting, Cafe, Workshop, OneToOne, Mentoring, Debrief, OwnersConversation }
