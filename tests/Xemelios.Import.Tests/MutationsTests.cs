using Xemelios.Domain.Constats;
using Xemelios.Samples;

namespace Xemelios.Import.Tests;

/// <summary>A good file damaged at random: read, or refused with its reason, never an accident, never half of it.</summary>
public sealed class MutationsTests
{
    private const int Mutations = 360;
    private const int ParDossier = 60;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void UnFichierAbimeEstLuOuRefuseEnEntier(int part)
    {
        Assert.Equal(Mutations, ParDossier * 6);
        using var dossier = new DossierDEssai();
        for (var i = part * ParDossier; i < (part + 1) * ParDossier; i++)
            dossier.Poser($"m{i:000}.xhl", Abimer(new Hasard((ulong)i)));
        var rapport = dossier.Importer();
        Assert.Equal(ParDossier, rapport.Fichiers.Count);
        var accidents = rapport.Fichiers.Where(f => f.Anomalies.Any(a => a.Code == CatalogueDesAnomalies.ErreurInattendue.Code)).ToList();
        Assert.True(accidents.Count == 0, string.Join("\n", accidents.Select(f => $"{f.Chemin} {f.Anomalies[0].Message}")));
        foreach (var refuse in rapport.Fichiers.Where(f => f.Etat == Etats.Rejete))
        {
            Assert.Contains(refuse.Anomalies, a => a.Gravite == Gravite.Erreur);
            Assert.Empty(dossier.Lire($"SELECT 1 FROM contenu WHERE empreinte = '{refuse.Empreinte}'"));
        }

        Assert.True(new Verification(dossier.Entrepot).Verifier(default).Sain);
    }

    private static byte[] Abimer(Hasard hasard)
    {
        var bon = EtatPublie.Creer(GenerateurDeMois.Simple(7, 3)).Xhl[0].Contenu;
        var octets = bon.ToList();
        for (var i = hasard.Entre(1, 3); i > 0; i--)
            UneMutation(octets, hasard);
        return [.. octets];
    }

    private static void UneMutation(List<byte> octets, Hasard hasard)
    {
        var place = hasard.Entre(0, octets.Count - 1);
        switch (hasard.Entre(0, 5))
        {
            case 0: octets[place] ^= (byte)(1 << hasard.Entre(0, 7)); break;
            case 1: octets[place] = hasard.Octets(1)[0]; break;
            case 2: octets.RemoveRange(place, Math.Min(hasard.Entre(1, 200), octets.Count - place)); break;
            case 3: octets.InsertRange(place, hasard.Octets(hasard.Entre(1, 30))); break;
            case 4: octets.InsertRange(place, octets.GetRange(Math.Max(0, place - 100), Math.Min(100, place))); break;
            default: Chiffres(octets, hasard); break;
        }
    }

    // A value stays a value and becomes absurd: longer, negative, with an exponent.
    private static void Chiffres(List<byte> octets, Hasard hasard)
    {
        var debuts = Enumerable.Range(0, octets.Count - 3).Where(i => octets[i] == 'V' && octets[i + 1] == '=' && octets[i + 2] == '"').ToList();
        if (debuts.Count == 0)
            return;
        var valeur = hasard.Parmi(["-", "999999999999999999999999999999", "1e400", "NaN", " ", "&#0;", "0x1F", "1.2.3", "٣", "2026-13-45", "\u2028"]);
        octets.InsertRange(hasard.Parmi(debuts) + 3, System.Text.Encoding.UTF8.GetBytes(valeur));
    }
}
