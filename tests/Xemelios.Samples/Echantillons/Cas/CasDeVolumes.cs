namespace Xemelios.Samples;

/// <summary>Conventions of <c>RepartitionParNature</c> over volumes, signs, trains, absent natures.</summary>
internal static class CasDeVolumes
{
    public static IEnumerable<CasDeConformite> Tous() => [.. Volumes().Concat(Signees()).Concat(Natures()).Select(c => c.Fini())];

    private static IEnumerable<Cas> Volumes() =>
    [
        Trois("volumes-premier", "Répartition dans le premier volume seulement", ModeDeRepartition.PremierVolume),
        Trois("volumes-par-volume", "Répartition de chaque volume", ModeDeRepartition.ParVolume),
        Trois("volumes-total-repete", "Total de l'état répété dans chaque volume", ModeDeRepartition.TotalRepete),
        Trois("volumes-absente", "Aucune répartition", ModeDeRepartition.Absente),
        Etat("volume-unique-absente", "Un volume, sans répartition", EtatPublie.Creer(MoisDeCas.Petit(), 1, ModeDeRepartition.Absente)),
    ];

    private static IEnumerable<Cas> Signees()
    {
        var hopital = MoisDeCas.Petit(6, 8, ProfilDePaye.Hopital) with { Convention = ConventionDeSigne.Signee };
        yield return Etat("signee", "Convention signée des hôpitaux, codes plus longs que le compte", EtatPublie.Creer(hopital));
        yield return Etat("signee-deux-volumes", "Convention signée, répartition de chaque volume", EtatPublie.Creer(hopital, 2, ModeDeRepartition.ParVolume));
        yield return Etat("signee-repetee", "Convention signée, total répété", EtatPublie.Creer(hopital, 2, ModeDeRepartition.TotalRepete));
        yield return Etat("signee-sans-natures", "Convention signée, rubriques sans natures", EtatPublie.Creer(hopital with { AvecNatures = false }));
    }

    private static IEnumerable<Cas> Natures()
    {
        var mois = MoisDeCas.Petit();
        yield return Etat("sans-natures", "Rubriques sans natures, pas de table de passage : tout est non attribué", EtatPublie.Creer(mois with { AvecNatures = false }));
        yield return Etat("sans-natures-ni-repartition", "Ni natures ni répartition", EtatPublie.Creer(mois with { AvecNatures = false }, 1, ModeDeRepartition.Absente));
        var etat = EtatPublie.Creer(mois);
        var partielle = new VolumeXhl(1, etat.Xhl[0].Chemin, mois.Bulletins, [.. RepartitionFictive.De(mois.Bulletins, ConventionDeSigne.Positive).Take(2)]);
        var reste = etat.Attendu.Repartition.Take(2).ToDictionary();
        yield return new Cas("d42-repartition-partielle", "Répartition partielle : signalée, le fichier est lu")
            .Avec(new FichierFictif(partielle.NomFichier, XhlWriter.Octets(mois, partielle, Dialecte.Standard))).Etat(etat.Attendu with { Repartition = reste }).Defauts("D42");
        var agents = EtatPublie.Creer(mois with { Train = "AGENTS" });
        var complement = EtatPublie.Creer(MoisDeCas.Petit(2, 7) with { Train = "COMPLEMENT", Employeur = mois.Employeur });
        yield return new Cas("deux-trains", "Deux trains du même mois : ils s'ajoutent").Avec([.. agents.Xhl, .. complement.Xhl]).Etat(agents.Attendu).Etat(complement.Attendu);
    }

    private static Cas Trois(string code, string description, ModeDeRepartition mode) => Etat(code, description, EtatPublie.Creer(MoisDeCas.Petit(6), 3, mode));

    private static Cas Etat(string code, string description, EtatPublie etat) => new Cas(code, description).Avec(etat.Xhl).Etat(etat.Attendu);
}
