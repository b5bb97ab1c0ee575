using Xemelios.Import.Tests;
using Xemelios.Samples;
using Xemelios.Store.Tables;

namespace Xemelios.Cli.Tests.Proprietes;

/// <summary>Whole deliveries drawn from a seed, of every dialect, convention, train and archive layout.</summary>
/// <remarks>Two halves, so that both cores work. <c>XEMELIOS_GRAINES=1000-1400</c> tries other seeds than those of every day.</remarks>
public abstract class LivraisonsTests(int parite)
{
    private const int Graines = 200;
    private const int UneSur = 10;

    [Fact]
    public void ChaqueLivraisonEstLueAuCentimePresEtNeSImporteQuUneFois() => Verifier(UneLivraison, ToutesLesGraines());

    [Fact]
    public void LOrdreDesFichiersEtLaReconstructionNeChangentRien() => Verifier(UnOrdre, ToutesLesGraines().Where(g => g % UneSur <= 1));

    private IEnumerable<ulong> ToutesLesGraines()
    {
        var bornes = Environment.GetEnvironmentVariable("XEMELIOS_GRAINES")?.Split('-') ?? ["1", $"{Graines}"];
        for (var graine = ulong.Parse(bornes[0]); graine <= ulong.Parse(bornes[^1]); graine++)
            if ((int)(graine % 2) == parite)
                yield return graine;
    }

    private static void Verifier(Func<Livraison, IReadOnlyList<string>> verifier, IEnumerable<ulong> graines)
    {
        var fautes = new List<string>();
        foreach (var graine in graines)
        {
            var livraison = Generateur.Livraison(graine, new OptionsDeLivraison { Mois = graine % 4 == 0 ? null : 1 });
            fautes.AddRange(verifier(livraison).Select(e => $"{livraison.Description}\n   {e}"));
        }

        Assert.True(fautes.Count == 0, string.Join("\n", fautes.Prepend($"{fautes.Count} différences")));
    }

    private static IReadOnlyList<string> UneLivraison(Livraison livraison)
    {
        using var dossier = new DossierDEssai();
        Poser(dossier, livraison.Fichiers);
        var rapport = dossier.Importer();
        var ecarts = new List<string>();
        ecarts.AddRange(rapport.Fichiers.Where(f => f.Etat != Xemelios.Import.Etats.Importe && f.Etat != Xemelios.Import.Etats.DejaImporte)
            .Select(f => $"{f.Chemin} : {f.Etat} {string.Join(", ", f.Anomalies.Select(a => a.Code))}"));
        using (var connexion = dossier.Entrepot.Connecter())
            ecarts.AddRange(AttenteDeLivraison.Comparer(connexion, livraison));
        var encore = dossier.Importer().Totaux;
        if ((encore.Importes, encore.Rejetes, encore.Bulletins) != (0, 0, 0))
            ecarts.Add($"importer de nouveau : {encore}");
        return ecarts;
    }

    private static IReadOnlyList<string> UnOrdre(Livraison livraison)
    {
        using var ensemble = new DossierDEssai();
        Poser(ensemble, livraison.Fichiers);
        ensemble.Importer();
        var attendues = EmpreinteLogique.Calculer(ensemble.Entrepot);
        using var melange = new DossierDEssai();
        foreach (var fichier in Melanger(livraison))
        {
            Poser(melange, [fichier]);
            melange.Importer();
            File.Delete(Path.Combine(melange.Depot, fichier.Chemin));
        }

        var ecarts = Differences("un à un, mélangés", attendues, EmpreinteLogique.Calculer(melange.Entrepot));
        melange.Reconstruire();
        return [.. ecarts, .. Differences("reconstruits", attendues, EmpreinteLogique.Calculer(melange.Entrepot))];
    }

    private static IEnumerable<string> Differences(string quand, IReadOnlyDictionary<string, string> attendues, IReadOnlyDictionary<string, string> lues) =>
        attendues.Where(a => lues[a.Key] != a.Value).Select(a => $"{quand} : la table « {a.Key} » diffère");

    private static List<FichierFictif> Melanger(Livraison livraison)
    {
        var hasard = new Hasard(livraison.Graine).Branche("ordre");
        return [.. livraison.Fichiers.Select(f => (f, Rang: hasard.Entre(0, 1_000_000))).OrderBy(f => f.Rang).Select(f => f.f)];
    }

    private static void Poser(DossierDEssai dossier, IEnumerable<FichierFictif> fichiers)
    {
        foreach (var fichier in fichiers)
            dossier.Poser(fichier.Chemin, fichier.Contenu);
    }
}

/// <inheritdoc/>
public sealed class LivraisonsPairesTests() : LivraisonsTests(0);

/// <inheritdoc/>
public sealed class LivraisonsImpairesTests() : LivraisonsTests(1);
