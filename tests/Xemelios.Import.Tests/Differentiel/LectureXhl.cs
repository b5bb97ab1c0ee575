using System.Diagnostics;
using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;

namespace Xemelios.Import.Tests.Differentiel;

internal enum Issue
{
    Lue,
    Refusee,

    /// <summary>Left to the reader of the framework.</summary>
    Abandonnee,

    /// <summary>Any exception but the two that the seam allows.</summary>
    Accident,
}

/// <summary>What one reading of one file gave.</summary>
/// <param name="Lignes">The events, when the file was read to its end.</param>
/// <param name="Motif">Why it was not.</param>
internal sealed record LectureXhl(Issue Issue, IReadOnlyList<string> Lignes, string Motif)
{
    /// <summary>Why the file was left to the reader of the framework.</summary>
    public TexteInhabituelException? Abandon { get; private init; }

    /// <summary>Who gave up, since it does not say why.</summary>
    public string Endroit
    {
        get
        {
            var methode = Abandon is null ? null : new StackTrace(Abandon).GetFrames().FirstOrDefault()?.GetMethod();
            return $"{methode?.DeclaringType?.Name}.{methode?.Name}";
        }
    }

    public static LectureXhl Faire(IXhlReader lecteur, Func<Stream> ouvrir, long octets)
    {
        var releve = new ReleveXhl();
        try
        {
            lecteur.Read(Arrivage.Depuis(ouvrir, "essai.xhl", default, octets), releve, CancellationToken.None);
            return new(Issue.Lue, releve.Lignes, "");
        }
        catch (FichierRefuseException refus)
        {
            return new(Issue.Refusee, [], EnUneLigne(refus.Motif));
        }
        catch (TexteInhabituelException abandon)
        {
            return new(Issue.Abandonnee, [], abandon.Message) { Abandon = abandon };
        }
        catch (Exception accident)
        {
            return new(Issue.Accident, [], accident.ToString());
        }
    }

    public static LectureXhl Faire(IXhlReader lecteur, byte[] octets) => Faire(lecteur, () => new MemoryStream(octets, writable: false), octets.Length);

    private static string EnUneLigne(Anomalie motif)
    {
        var ligne = new StringBuilder();
        EnTexte.Ecrire(ligne, motif);
        return ligne.ToString();
    }
}
