using Xemelios.Domain.Valeurs;
using Xemelios.Samples;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Suppressions;

/// <summary>Something that a file holds, as a reader of the answers would name it.</summary>
/// <param name="Cle">Content, or content and rank: what makes it one thing.</param>
/// <param name="Etat">For a pay file: name and état, which a correction shares.</param>
internal sealed record Feuille(string Cle, TypeDeDonnees Type, string Siret, string Budget, int Annee, int Mois, string? Etat, int Bulletins);

/// <summary>A file to import, and what it holds.</summary>
internal sealed record FichierDUnivers(string Chemin, byte[] Contenu, IReadOnlyList<Feuille> Feuilles)
{
    public string Empreinte { get; } = Empreintes.De(Contenu);
}

internal static class Empreintes
{
    public static string De(byte[] contenu) => Domain.Valeurs.Empreinte.FromBytes(System.Security.Cryptography.SHA256.HashData(contenu)).Hexadecimal;
}

/// <summary>A small world: two employers, three months, a correction, the same pay alone and in an archive, flows with two months of mandats.</summary>
internal static class UniversDeSuppression
{
    public static List<FichierDUnivers> Creer(ulong graine)
    {
        var fichiers = new List<FichierDUnivers>();
        for (var rang = 0UL; rang < 2; rang++)
            Ajouter(fichiers, graine * 10 + rang);
        return fichiers;
    }

    private static void Ajouter(List<FichierDUnivers> fichiers, ulong graine)
    {
        var hasard = new Hasard(graine);
        var modele = GenerateurDeMois.Simple(graine, 4);
        var siret = modele.Employeur.Siret;
        var pieces = GenerateurDePieces.Pieces(hasard.Branche("pieces"), $"{siret}X", "Commune fictive", 3, 0, 0);
        var mois = Enumerable.Range(1, 3).Select(m => modele with { Mois = m, Budget = m == 3 ? "01" : "00" }).ToList();
        foreach (var m in mois)
            fichiers.Add(Paye($"{siret}/{m.Mois}/paye.xhl", "paye.xhl", m));
        var corrige = mois[0] with { Bulletins = [.. mois[0].Bulletins.Take(3)] };
        fichiers.Add(Paye($"{siret}/corrige/paye.xhl", "paye.xhl", corrige));
        fichiers.Add(Zip($"{siret}-a.zip", siret, [mois[1]], pieces.Take(1)));
        fichiers.Add(Zip($"{siret}-b.zip", siret, [mois[1], mois[2]], pieces.Take(2)));
        var numeros = new Numerotation();
        fichiers.Add(Pes($"{siret}-pes.xml", [.. mois.Take(2)], numeros, [pieces[0], pieces[2]]));
        fichiers.Add(Pes($"{siret}-mandats.xml", [mois[2]], numeros, []));
        fichiers.Add(new FichierDUnivers($"{siret}-coupe.xhl", XhlHostiles.Tronque(Xhl(mois[0])), []));
    }

    private static byte[] Xhl(Samples.MoisDePaye mois) => EtatPublie.Creer(mois).Xhl[0].Contenu;

    private static Feuille Feuille(string nom, Samples.MoisDePaye mois) => new(
        Empreintes.De(Xhl(mois)), TypeDeDonnees.Paye, mois.Employeur.Siret, mois.Budget!, mois.Annee, mois.Mois,
        $"{mois.Employeur.Siret} {mois.Budget} {mois.Mois} {nom}", mois.Bulletins.Count);

    private static FichierDUnivers Paye(string chemin, string nom, Samples.MoisDePaye mois) => new(chemin, Xhl(mois), [Feuille(nom, mois)]);

    private static FichierDUnivers Zip(string chemin, string siret, Samples.MoisDePaye[] mois, IEnumerable<PieceFictive> pieces)
    {
        var jointes = pieces.ToList();
        var contenu = ZipFictif.Creer([.. mois.Select(m => new FichierFictif($"{m.Mois}.xhl", Xhl(m))), .. ArchiveXemelios.Pieces(siret, jointes)]);
        return new FichierDUnivers(chemin, contenu,
        [
            .. mois.Select(m => Feuille($"{m.Mois}.xhl", m)),
            .. jointes.Select((p, i) => new Feuille($"{Empreintes.De(contenu)}#{p.NomFichier}", TypeDeDonnees.Pieces, siret, "?", 0, 0, null, 0)),
        ]);
    }

    private static FichierDUnivers Pes(string nom, List<Samples.MoisDePaye> mois, Numerotation numeros, List<PieceFictive> pieces)
    {
        var employeur = mois[0].Employeur;
        var bordereaux = mois.ConvertAll(m => GenerateurDeMandats.Bordereau(m, EtatPublie.Creer(m).ParNature, numeros));
        var contenu = PesWriter.Octets(new PesAllerFictif(employeur, "00", new DateOnly(2026, mois[0].Mois, 20), nom)
        {
            Bordereaux = bordereaux, Pieces = [.. pieces.Select(p => GenerateurDePieces.EnPes(p, Emballage.Gzip))],
        });
        return new FichierDUnivers(nom, contenu,
        [
            .. bordereaux.Select((b, i) => new Feuille($"{Empreintes.De(contenu)}#{i + 1}", TypeDeDonnees.Mandats, employeur.Siret, "00", b.Exercice, b.Date.Month, null, 0)),
            .. pieces.Select(p => new Feuille($"{Empreintes.De(contenu)}#{p.NomFichier}", TypeDeDonnees.Pieces, employeur.Siret, "00", 2026, mois[0].Mois, null, 0)),
        ]);
    }
}
