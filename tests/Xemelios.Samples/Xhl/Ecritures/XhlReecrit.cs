namespace Xemelios.Samples;

/// <summary>A pay file of a seed, in a writing of its own: what it says and how it is written are both drawn.</summary>
/// <param name="Formes">What it holds that a fast reader may leave to the reader of the framework.</param>
public sealed record XhlReecrit(byte[] Octets, FormesRares Formes)
{
    /// <summary>One to five bulletins; one file in eight is a dialect as its vendor writes it.</summary>
    public static XhlReecrit Creer(ulong graine)
    {
        var hasard = new Hasard(graine);
        var dialecte = hasard.Parfois(10) ? hasard.Parmi([.. DialectesAleatoires.Editeurs.Values]) : DialectesAleatoires.Tirer(hasard.Branche("dialecte"));
        var mois = Mois(graine, hasard);
        var volume = Volumes.Couper(mois, 1, hasard.Parmi(Enum.GetValues<ModeDeRepartition>()))[0];
        if (hasard.Parfois(12))
            return new XhlReecrit(XhlWriter.Octets(mois, volume, dialecte), FormesDe(dialecte.Encodage));
        return Reecrire(ElementXhl.Lire(XhlWriter.Octets(mois, volume, dialecte with { Encodage = Encodage.Utf8 })), hasard);
    }

    private static MoisDePaye Mois(ulong graine, Hasard hasard)
    {
        var options = new OptionsDeBulletin { MultiBudget = hasard.Parfois(20) };
        var mois = GenerateurDeMois.Simple(graine, hasard.Parmi([1, 1, 1, 2, 2, 3, 5]), hasard.Parmi(Enum.GetValues<ProfilDePaye>()), options);
        return mois with
        {
            NomenclatureComplete = false,
            AvecNatures = hasard.Parfois(60),
            Train = hasard.Parfois(30) ? "T1" : null,
            Budget = hasard.Parfois(80) ? "00" : null,
            Bulletins = [.. mois.Bulletins.Select(b => hasard.Parfois(20) ? b with { Pieces = [new ReferenceDePiece("01", "PJ1", "arrêté.pdf")] } : b)],
        };
    }

    private static FormesRares FormesDe(Encodage encodage) =>
        encodage is Encodage.Latin1 or Encodage.Utf8 or Encodage.Utf8AvecBom ? FormesRares.Aucune : FormesRares.EncodageDementi;

    private static XhlReecrit Reecrire(ElementXhl racine, Hasard hasard)
    {
        new ContenusInhabituels(hasard.Branche("contenu")).Appliquer(racine);
        var transcription = Transcription.Tirer(hasard.Branche("encodage"));
        var plume = new PlumeDEcriture(hasard.Branche("plume"), StyleDEcriture.Tirer(hasard.Branche("style")), transcription);
        var texte = plume.Document(racine);
        return new XhlReecrit(transcription.Transcrire(texte), plume.Formes | transcription.Formes | ContenusInhabituels.Formes(racine));
    }
}
